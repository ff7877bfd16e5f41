import * as z from 'zod';
import { NAME_LISTS } from '../core/index.ts';

const list = z.array(z.string().trim().min(1).max(100));

export const namesSchema = z
  .partialRecord(z.enum(NAME_LISTS), list.describe('Woorden; wat voor woorden staat erboven in het bestand.'))
  .describe('Woorden waaraan de bot ziet dat iets een persoon kan aanwijzen (basis/namen.yaml).');
