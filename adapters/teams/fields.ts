/** Reads fields of JSON that a stranger sent. What is absent is `undefined`; what is wrong is remembered. */
export interface Fields {
  readonly string: (value: unknown, most?: number) => string | undefined;
  /** A string that may become a part of a path. */
  readonly id: (value: unknown) => string | undefined;
  /** A moment as in ISO 8601, in milliseconds since 1970. */
  readonly time: (value: unknown) => number | undefined;
  readonly boolean: (value: unknown) => boolean | undefined;
  readonly list: <T>(value: unknown, read: (item: unknown) => T | undefined) => readonly T[];
  readonly object: (value: unknown) => Raw | undefined;
  /** For a field that must be there. */
  readonly needed: <T>(value: T | undefined, instead: T) => T;
  /** Whether nothing was wrong so far. */
  readonly areSound: () => boolean;
}

export type Raw = Readonly<Record<string, unknown>>;

/** Ids in Teams are some hundred characters. */
const MOST_ID = 1_024;
const MOST_ITEMS = 100;

const isAbsent = (value: unknown) => value === undefined || value === null;

export function createFields(): Fields {
  let sound = true;
  const wrong = () => {
    sound = false;
  };
  const string = (value: unknown, most = MOST_ID) => {
    if (typeof value === 'string' && value.length <= most) return value;
    if (!isAbsent(value)) wrong();
    return undefined;
  };
  return {
    string,
    id: (value) => {
      const id = string(value);
      // Dots would climb out of the path, and half a character cannot be written in it.
      if (id !== undefined && (/^\.{0,2}$|\p{Cc}/u.test(id) || !id.isWellFormed())) wrong();
      return id;
    },
    time: (value) => {
      const written = string(value);
      if (written === undefined) return undefined;
      const time = Date.parse(written);
      if (Number.isNaN(time)) wrong();
      return time;
    },
    boolean: (value) => {
      if (typeof value === 'boolean') return value;
      if (!isAbsent(value)) wrong();
      return undefined;
    },
    list: (value, read) => {
      if (Array.isArray(value) && value.length <= MOST_ITEMS)
        return value.map(read).filter((item) => item !== undefined);
      if (!isAbsent(value)) wrong();
      return [];
    },
    object: (value) => {
      const object = objectOf(value);
      if (object === undefined && !isAbsent(value)) wrong();
      return object;
    },
    needed: (value, instead) => {
      if (value === undefined) wrong();
      return value ?? instead;
    },
    areSound: () => sound,
  };
}

export function objectOf(value: unknown): Raw | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : undefined;
}
