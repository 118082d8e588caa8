/** The words of a hall's files, by its language. */

import type { Locale } from '../domain/locale.ts';
import { report as en } from './report.en.ts';
import { report as nb, type ReportText } from './report.nb.ts';
import { report as nn } from './report.nn.ts';

export type { ReportText } from './report.nb.ts';

const TEXTS: Record<Locale, ReportText> = { nb, nn, en };

export const reportText = (locale: Locale): ReportText => TEXTS[locale];
/** All languages, for readers that don't know which one a file was written in. */
export const REPORT_TEXTS: readonly ReportText[] = [nb, nn, en];
