import type { PackedModel } from './tasks.ts';

/** The bytes of a model in a message: handed over, not copied. */
export function transferableIn(message: unknown): ArrayBuffer[] {
  const { model } = (message ?? {}) as { readonly model?: PackedModel };
  return model === undefined ? [] : [model.bytes.buffer as ArrayBuffer];
}
