/** Runs on the pages of boards before the client itself (`server/build.ts`). */

import { openAhead } from './sync/lineAhead.ts';

openAhead(location);
