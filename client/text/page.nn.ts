/** Words of the results page, sign-ups and owners, in nynorsk. */

import type { page as shape } from './page.nb.ts';

export const page: typeof shape = {};
