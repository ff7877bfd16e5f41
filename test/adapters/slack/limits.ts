/**
 * Slack's limits once more, apart from the code that keeps them, to check what it draws. Sources:
 * https://docs.slack.dev/reference/block-kit/blocks and https://docs.slack.dev/reference/block-kit/block-elements;
 * the total is from https://github.com/slackapi/bolt-js/issues/2867.
 */
type Fields = Readonly<Record<string, unknown>>;

const BLOCKS = { message: 50, view: 100 } as const;
/** The lowest total that Slack was seen to refuse. */
const TOTAL = 11_341;

/** Everything in these blocks that Slack would refuse or cut. */
export function breaches(blocks: readonly unknown[], place: keyof typeof BLOCKS): string[] {
  const found: string[] = [];
  if (blocks.length > BLOCKS[place]) found.push(`${blocks.length} blocks`);
  const total = JSON.stringify(blocks).length;
  if (place === 'message' && total >= TOTAL) found.push(`${total} characters`);
  return [...found, ...blocks.flatMap((block) => inBlock(block as Fields))];
}

function inBlock(block: Fields): string[] {
  const elements = (block['elements'] ?? []) as readonly Fields[];
  const { accessory } = block;
  switch (block['type']) {
    case 'header':
      return text(block, 150);
    case 'section':
      return [...text(block, 3_000), ...(accessory === undefined ? [] : inButton(accessory as Fields))];
    case 'actions': {
      const ids = elements.map((element) => element['action_id']);
      return [
        ...count('actions', elements, 25),
        ...(new Set(ids).size < ids.length ? ['an action_id twice in a block'] : []),
        ...elements.flatMap(inButton),
      ];
    }
    case 'rich_text':
      return [...count('rich_text', elements), ...elements.flatMap(inRichText)];
    case 'context':
      return [
        ...count('context', elements, 10),
        ...elements.flatMap((element) => text({ text: element }, 3_000)),
      ];
    case 'divider':
      return [];
    case 'input':
      return inInput(block);
    default:
      return [`a block of type ${String(block['type'])}`];
  }
}

function inInput({ block_id: id, label, hint, element }: Fields): string[] {
  const options = ((element as Fields)['options'] ?? []) as readonly Fields[];
  return [
    ...filled(id, 'block_id', 255),
    ...text({ text: label }, 2_000),
    ...(hint === undefined ? [] : text({ text: hint }, 2_000)),
    ...count('radio_buttons', options, 10),
    ...options.flatMap((option) => [...text(option, 75), ...filled(option['value'], 'value', 150)]),
  ];
}

function inRichText(element: Fields): string[] {
  if (element['type'] === 'text') return filled(element['text'], 'text', 12_000);
  if (element['type'] === 'link') return filled(element['url'], 'url', 3_000);
  const elements = (element['elements'] ?? []) as readonly Fields[];
  return [...count(String(element['type']), elements), ...elements.flatMap(inRichText)];
}

function inButton(button: Fields): string[] {
  if (button['type'] === 'external_select') {
    const placeholder = (button['placeholder'] as Fields | undefined)?.['text'];
    return [
      ...filled(button['action_id'], 'action_id', 255),
      ...filled(placeholder, 'placeholder of external_select', 150),
    ];
  }
  return [
    ...text(button, 75),
    ...filled(button['action_id'], 'action_id', 255),
    ...filled(button['value'], 'value', 2_000, 0),
    ...filled(button['accessibility_label'], 'accessibility_label', 75),
  ];
}

function text(block: Fields, most: number): string[] {
  return filled((block['text'] as Fields | undefined)?.['text'], `text of ${String(block['type'])}`, most);
}

function filled(value: unknown, name: string, most: number, least = 1): string[] {
  if (typeof value !== 'string' || value.length < least) return [`${name} is empty`];
  return value.length > most ? [`${name} of ${value.length}`] : [];
}

function count(name: string, elements: readonly unknown[], most = Infinity): string[] {
  return elements.length < 1 || elements.length > most ? [`${name} with ${elements.length} elements`] : [];
}
