import type { InvokeResponse, OnTurn } from './activity.ts';

/** Tells of each message, and each change of one, that Teams did not take; why is in the log. */
export function tellingLost(onTurn: OnTurn, lost: () => void): OnTurn {
  const told = async (delivered: Promise<boolean>) => {
    const isDelivered = await delivered;
    if (!isDelivered) lost();
    return isDelivered;
  };
  return ({ send, update, ...turn }) =>
    onTurn({
      ...turn,
      send: (message) => told(send(message)),
      update: (id, message) => told(update(id, message)),
    });
}

/** Whether a request got no answer through a fault: 501 is what Teams expects when the bot does not know an invoke. */
export function isLost({ status }: InvokeResponse): boolean {
  return status >= 500 && status !== 501;
}
