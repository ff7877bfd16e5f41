import type { InvokeResponse, OnTurn } from './activity.ts';

/** Returns the handler with a call of `lost` for each message or update that was not delivered. */
export function reportLost(onTurn: OnTurn, lost: () => void): OnTurn {
  const countIfLost = async (delivered: Promise<boolean>) => {
    const isDelivered = await delivered;
    if (!isDelivered) lost();
    return isDelivered;
  };
  return ({ send, update, ...turn }) =>
    onTurn({
      ...turn,
      send: (message) => countIfLost(send(message)),
      update: (id, message) => countIfLost(update(id, message)),
    });
}

/** Whether a response means that the answer was lost; Teams expects 501 for an invoke that the bot does not know. */
export function isLost({ status }: InvokeResponse): boolean {
  return status >= 500 && status !== 501;
}
