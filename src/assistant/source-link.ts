import type { Asker, Citation, Reply } from '../core/index.ts';

/**
 * Returns the path of the page that shows quotes in their source, without a slash before it: below `/` on the web page, and
 * below the public address. It names the edition, because the numbers of sentences are those of one edition.
 */
export function sourcePath({ guidance, edition, sentences }: Citation): string {
  const query = new URLSearchParams({
    ...(edition !== '' && { editie: edition }),
    // One sentence is marked by the fragment alone.
    ...(sentences.length > 1 && { zinnen: sentences.join('-') }),
  }).toString();
  const [first] = sentences;
  return [
    `bron/${encodeURIComponent(guidance)}`,
    query === '' ? '' : `?${query}`,
    first === undefined ? '' : `#zin-${first}`,
  ].join('');
}

/**
 * Returns a function that adds their links to the citations of a reply: to our own page of the source, or without a
 * `publicUrl` to the official text. The same reply gives the same result, so that a channel may cache by it.
 */
export function createLinker(
  publicUrl: string | undefined,
  source: Asker['source'],
): (reply: Reply) => Reply {
  const linked = new WeakMap<Reply, Reply>();
  const linkTo = (cited: Citation) =>
    publicUrl === undefined ? source(cited.guidance)?.url : `${publicUrl}/${sourcePath(cited)}`;
  const addLinks = (reply: Reply): Reply => ({
    ...reply,
    blocks: reply.blocks.map((block) => {
      if (block.kind !== 'quote' && block.kind !== 'checklist') return block;
      const link = linkTo(block.source);
      return link === undefined ? block : { ...block, source: { ...block.source, link } };
    }),
  });
  return (reply) => {
    const found = linked.get(reply) ?? addLinks(reply);
    linked.set(reply, found);
    return found;
  };
}
