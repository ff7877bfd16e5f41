import type { Sunk } from './sink.ts';
import type { Workspace } from './workspace.ts';

/** Asks by command, and gives what came back. */
export async function commanded(
  workspace: Workspace,
  text: string,
  fields: Record<string, string> = {},
): Promise<Sunk['body']> {
  const path = `c-${Math.random()}`;
  await workspace.command(text, { response_url: workspace.sink.url(path), ...fields });
  return first(workspace, path);
}

/** Presses a button, and gives what came back. */
export async function pressed(
  workspace: Workspace,
  action: string,
  value: string,
  fields: object = {},
): Promise<Sunk['body']> {
  const path = `p-${Math.random()}`;
  await workspace.press(action, value, { response_url: workspace.sink.url(path), ...fields });
  return first(workspace, path);
}

async function first({ sink }: Workspace, path: string): Promise<Sunk['body']> {
  const [message] = await sink.received(path);
  if (message === undefined) throw new TypeError('no message');
  return message;
}
