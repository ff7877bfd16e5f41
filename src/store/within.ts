/**
 * What the work gives, or a rejection when that takes longer, in milliseconds. A process that was busy itself looks
 * once more at what came in meanwhile: its own hiccup is not taken for a slow database.
 */
export async function within<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      setImmediate(() => {
        reject(Object.assign(new Error('no answer in time'), { code: 'TIMEOUT' }));
      });
    }, milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
