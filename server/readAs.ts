/** A value of outside as its schema has it, or a fault that names the field. */

import type { z } from 'zod';
import { FaultError } from './fault.ts';

/** @throws {FaultError} malformed, with the field at fault */
export function readAs<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const checked = schema.safeParse(value);
  if (checked.success) return checked.data;
  const { path, message } = innermost(checked.error.issues[0]);
  throw new FaultError('malformed', message, path.join('.') || undefined);
}

/** Of a union (a template by name, or a whole one), the fault in the alternative that was meant: it reaches deepest. */
function innermost(issue: z.core.$ZodIssue | undefined): { path: PropertyKey[]; message: string } {
  if (!issue) return { path: [], message: 'malformed' };
  if (issue.code !== 'invalid_union') return issue;
  const inner = issue.errors.map(([first]) => innermost(first));
  const [deepest] = inner.sort((a, b) => b.path.length - a.path.length);
  return deepest && deepest.path.length > 0 ? { ...deepest, path: [...issue.path, ...deepest.path] } : issue;
}
