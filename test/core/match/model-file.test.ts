import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pack, unpack } from '../../../src/core/match/model-file.ts';

const arrays = fc.dictionary(
  fc.string(),
  fc.oneof(
    fc.int8Array(),
    fc.uint8Array(),
    fc.uint16Array(),
    fc.int32Array(),
    fc.uint32Array(),
    fc.float32Array({ noNaN: true }),
  ),
);

describe('a model file', () => {
  it('gives back every array, wherever its bytes begin', () => {
    fc.assert(
      fc.property(arrays, fc.nat(7), (named, offset) => {
        const bytes = pack(named);
        const shifted = new Uint8Array(bytes.length + offset);
        shifted.set(bytes, offset);
        expect(unpack(shifted.subarray(offset))).toEqual(named);
      }),
    );
  });

  it('is refused when its bytes are something else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(unpack(bytes)).toBeUndefined();
      }),
    );
    expect(unpack(pack({ a: Float32Array.of(1, 2, 3) }).slice(0, -8))).toBeUndefined();
  });
});
