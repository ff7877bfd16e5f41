/** Addresses of Microsoft's public cloud. https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication */
export const CLOUD = {
  scope: 'https://api.botframework.com',
  issuer: 'https://api.botframework.com',
  login: 'https://login.microsoftonline.com/botframework.com',
} as const;

/** The SDK's settings for the public cloud with keys from another address; the SDK requires all settings or none. */
export function cloudWithKeys(openIdUrl: string) {
  return {
    ToBotFromChannelOpenIdMetadataUrl: openIdUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: openIdUrl,
    ToBotFromChannelTokenIssuer: CLOUD.issuer,
    ToChannelFromBotOAuthScope: CLOUD.scope,
    ToChannelFromBotLoginUrl: CLOUD.login,
    OAuthUrl: CLOUD.scope,
    CallerId: 'urn:botframework:azure',
    ValidateAuthority: true,
  };
}
