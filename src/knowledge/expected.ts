import * as z from 'zod';

/** What a schema expects at one place of a file. */
export interface Expected {
  /** Dutch, for editors. */
  readonly description?: string | undefined;
  /** The names that fit, with their descriptions. */
  readonly keys: ReadonlyMap<string, string>;
}

interface Shape {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly propertyNames?: { readonly enum?: readonly string[] };
  readonly additionalProperties?: Shape | boolean;
  readonly items?: Shape | readonly Shape[];
  readonly anyOf?: readonly Shape[];
}

const open = (shape: Shape): Shape[] => shape.anyOf?.flatMap(open) ?? [shape];

/** What a schema expects at paths of keys and indices, in any branch of its unions. */
export function expectationsOf(schema: z.ZodType): (path: readonly PropertyKey[]) => Expected {
  const root = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }) as Shape;
  return (path) => {
    let shapes = [root];
    for (const key of path) {
      shapes = shapes.flatMap(open).flatMap(({ items = [], properties }) => {
        return typeof key === 'number' ? items : (properties?.[String(key)] ?? []);
      });
    }
    const inside = shapes.flatMap(open);
    const keys = inside.flatMap((shape) => [
      ...Object.entries(shape.properties ?? {}).map(
        ([key, { description = '' }]) => [key, description] as const,
      ),
      ...(shape.propertyNames?.enum ?? []).map((key) => [key, ''] as const),
    ]);
    const described = [...shapes, ...inside].find(({ description }) => description !== undefined);
    return { description: described?.description, keys: new Map(keys) };
  };
}
