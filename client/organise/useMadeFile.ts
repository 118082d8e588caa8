/** One file of the hall at a time: asked for, followed while the server makes it, and downloaded by itself when it is there. */

import { useEffect, useRef, useState } from 'react';
import type { HallId } from '../../shared/domain/ids.ts';
import { announce } from '../state/announcer.ts';
import { passes } from '../sync/fault.ts';
import { beginFile, type FileKind, filePath, fileState } from '../sync/takingHome.ts';
import { getText } from '../text/index.ts';
import { saveAs } from './saveAs.ts';
import { faultWords } from './useAsking.ts';

export type Making =
  | { state: 'making'; kind: FileKind; done: number }
  | { state: 'done'; kind: FileKind; id: string }
  | { state: 'failed'; kind: FileKind; why: string };

const LOOK_MS = 500;
/** A line that is gone for so many looks has gone. */
const MISSES = 20;

export function useMadeFile(hall: HallId) {
  const [making, setMaking] = useState<Making | null>(null);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);

  const make = async (kind: FileKind, name: string): Promise<void> => {
    const { run } = getText();
    setMaking({ state: 'making', kind, done: 0 });
    announce(run.take.making(name));
    const fail = (why: string) => setMaking({ state: 'failed', kind, why });
    const begun = await beginFile(hall, kind);
    if (!begun.ok) return fail(faultWords(begun.error.code));
    const { id } = begun.data;
    for (let misses = 0; !gone.current; ) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      const look = await fileState(hall, id);
      if (!look.ok) {
        const { code } = look.error;
        if (!passes(code) || misses++ >= MISSES) return fail(faultWords(code));
        continue;
      }
      misses = 0;
      const { state, done } = look.data;
      if (state === 'failed') return fail('');
      if (state === 'making') setMaking({ state, kind, done });
      else {
        announce(run.take.made(name));
        setMaking({ state, kind, id });
        return saveAs(filePath(hall, id));
      }
    }
  };
  return { making, make };
}
