import type { Log } from '../../src/shared/log.ts';
import { oncePerMinute } from '../../src/shared/once-per-minute.ts';
import type { OnTurn } from './activity.ts';

/**
 * Refuses activities of another tenant (403). A token proves that Teams sent the activity, not for which tenant: even a
 * single-tenant bot gets those of every tenant where somebody uploads a package with its id, and the SDK leaves the check
 * to the bot.
 * https://learn.microsoft.com/azure/bot-service/bot-service-resources-faq-security#how-do-i-restrict-the-use-of-my-bot-to-users-belonging-to-my-tenant-only
 *
 * Each tenant that an activity names must be ours. One without a tenant is refused too, because Teams gives it "in all
 * contexts". Other senders without one, such as the Bot Framework Emulator, are refused by their channel id, or use
 * `TEAMS_LOCAL`, which has no check.
 * https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability
 */
export function refuseOtherTenants(onTurn: OnTurn, tenantId: string, log: Log): OnTurn {
  const logRefused = oncePerMinute((count) => {
    log.warn({ count }, 'requests of another tenant than TEAMS_TENANT_ID were refused');
  });
  const own = tenantId.toLowerCase();
  return (turn) => {
    const { tenants } = turn.activity;
    if (tenants.length > 0 && tenants.every((tenant) => tenant.toLowerCase() === own)) return onTurn(turn);
    logRefused();
    return Promise.resolve({ status: 403 });
  };
}
