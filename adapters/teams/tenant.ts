import type { Log } from '../../src/shared/log.ts';
import type { OnTurn } from './activity.ts';
import { oncePerMinute } from './refusals.ts';

/**
 * Refuses what comes from another tenant (403). A token from Teams proves that Teams sent the activity, not for whom:
 * also a bot that is registered as single-tenant gets those of every tenant where somebody uploads a package with its id,
 * and the SDK leaves the check to the bot.
 * https://learn.microsoft.com/azure/bot-service/bot-service-resources-faq-security#how-do-i-restrict-the-use-of-my-bot-to-users-belonging-to-my-tenant-only
 *
 * Each tenant that an activity names must be ours. One that names none is refused too: Teams tells the tenant "in all
 * contexts", a chat with one person included, so such an activity is not known to be ours. Other senders that name none
 * (the Bot Framework Emulator) are refused by their channel already, or come to `TEAMS_LOCAL`, which checks nobody.
 * https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability
 */
export function withoutOtherTenants(onTurn: OnTurn, tenantId: string, log: Log): OnTurn {
  const tell = oncePerMinute((count) => {
    log.warn({ count }, 'requests of another tenant than TEAMS_TENANT_ID were refused');
  });
  const own = tenantId.toLowerCase();
  return (turn) => {
    const { tenants } = turn.activity;
    if (tenants.length > 0 && tenants.every((tenant) => tenant.toLowerCase() === own)) return onTurn(turn);
    tell();
    return Promise.resolve({ status: 403 });
  };
}
