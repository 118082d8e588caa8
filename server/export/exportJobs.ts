/** What the export thread does: makes files and reads those that are brought. Each job loads its library when it is asked for. */

import type { HallAtRest } from './hallAtRest.ts';
import type { ImportedHall } from './hallImport.ts';
import type { ReadLines } from './noteLines.ts';
import type { WallOfHall } from './wallSvg.ts';

export const FORMATS = ['json', 'csv', 'md', 'pdf', 'docx', 'pptx'] as const;
export type Format = (typeof FORMATS)[number];

export type ExportJob =
  | { kind: 'file'; format: Format; of: 'notes' | 'measures'; hall: HallAtRest }
  | { kind: 'wall'; wall: WallOfHall }
  | { kind: 'read'; bytes: Uint8Array; titles: string[] }
  /** A hall's file. */
  | { kind: 'import'; bytes: Uint8Array; now: number };

/** What comes of a job. */
export type ExportResult<J extends ExportJob> = J extends { kind: 'read' }
  ? ReadLines
  : J extends { kind: 'import' }
    ? ImportedHall
    : Uint8Array;

/** Tells how far it has come, 0–1. */
export type OnStep = (done: number) => void;

/** @throws {FaultError} what somebody sent is at fault */
export async function doJob(job: ExportJob, onStep: OnStep): Promise<ExportResult<ExportJob>> {
  if (job.kind === 'import') return (await import('./hallImport.ts')).importedHall(job.bytes, job.now);
  if (job.kind === 'read') return (await import('./noteLines.ts')).readCsv(job.bytes, job.titles);
  if (job.kind === 'wall') return utf8((await import('./wallSvg.ts')).wallSvg(job.wall));
  if (job.format === 'json') {
    const { hallFileOf } = await import('./hallFile.ts');
    return utf8(JSON.stringify(hallFileOf(job.hall), null, 2));
  }
  const { makeReport } = await import('./report.ts');
  const report = makeReport(job.hall);
  onStep(0.1);
  if (job.format === 'csv') {
    const { measuresCsv, notesCsv } = await import('./csv.ts');
    return utf8(job.of === 'measures' ? measuresCsv(report) : notesCsv(report));
  }
  if (job.format === 'md') return utf8((await import('./markdown.ts')).hallMarkdown(report));
  if (job.format === 'pdf')
    return (await import('./pdf.ts')).hallPdf(report, (done) => onStep(0.1 + done * 0.8));
  if (job.format === 'docx') return (await import('./docx.ts')).hallDocx(report);
  return (await import('./pptx.ts')).hallPptx(report);
}

const utf8 = (text: string) => new TextEncoder().encode(text);
