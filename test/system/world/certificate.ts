import { createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

/** DER: a tag, a length and content. https://www.itu.int/rec/T-REC-X.690 */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const text = (tag: number, value: string) => der(tag, Buffer.from(value));
const list = (...parts: readonly Buffer[]) => der(0x30, ...parts);

/** A key and a certificate that signs itself, for these host names, in PEM: its own authority. */
export function certificateFor(hosts: readonly string[]): { readonly key: string; readonly cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ecdsaWithSha256 = list(oid('2a8648ce3d040302'));
  const name = list(der(0x31, list(oid('550403'), text(0x0c, 'test'))));
  const names = list(...hosts.map((host) => text(0x82, host)));
  const yes = Buffer.from([0x01, 0x01, 0xff]);
  const body = list(
    der(0xa0, Buffer.from([0x02, 0x01, 0x02])),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ecdsaWithSha256,
    name,
    list(text(0x17, '200101000000Z'), text(0x17, '491231000000Z')),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, list(list(oid('551d13'), yes, der(0x04, list(yes))), list(oid('551d11'), der(0x04, names)))),
  );
  const signature = createSign('SHA256').update(body).sign(privateKey);
  const whole = list(body, ecdsaWithSha256, der(0x03, Buffer.from([0]), signature));
  const lines = whole.toString('base64').replace(/.{64}/g, '$&\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}
