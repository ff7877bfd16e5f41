import { describe, expect, it } from '@jest/globals';
import { jsonSchemas } from '../../src/knowledge/json-schema.ts';
import { SCHEMAS } from '../../src/knowledge/schema.ts';

const made = jsonSchemas();

describe('the JSON Schemas for editors', () => {
  it('are one for each kind of file, with a description for completion', () => {
    expect(Object.keys(made)).toEqual(Object.keys(SCHEMAS).map((name) => `${name}.schema.json`));
    for (const text of Object.values(made)) expect(JSON.parse(text)).toHaveProperty('description');
  });

  it('do not ask for what the bot fills in itself', () => {
    const schema = JSON.parse(made['vragen.schema.json'] ?? '') as { items: { required: string[] } };
    expect(schema.items.required).toEqual(['id', 'vraag', 'antwoord']);
  });
});
