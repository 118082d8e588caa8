/** The grouping help on the host's desk, which has no board of its own: each deed is asked of the server. */

import { useMemo } from 'react';
import type { StationId } from '../../shared/domain/ids.ts';
import type { DeskBoard } from '../desk/deskBoard.ts';
import { Presses } from '../desk/presses.ts';
import { request } from '../sync/hallConnection.ts';
import { getText } from '../text/index.ts';
import Suggestions, { type Failed, type HelpHands, type Way } from './Suggestions.tsx';
import type { Ground } from './standing.ts';

const presses = new Presses();

export default function DeskHelp({ station, board }: { station: StationId; board: DeskBoard | null }) {
  const ground = useMemo(() => groundOf(board), [board]);
  const hands = useMemo(() => handsAt(station), [station]);
  return (
    <div className="card">
      <Suggestions station={station} ground={ground} version={board} hands={hands} />
    </div>
  );
}

function groundOf(board: DeskBoard | null): Ground {
  const texts = new Map(board?.notes.map(({ id, text }) => [id, text]));
  const titles = new Map(board?.groups.map(({ id, title }) => [id, title]));
  return {
    text: (note) => texts.get(note),
    groupOf: (note) => board?.groupOf.get(note)?.id,
    title: (group) => titles.get(group),
  };
}

function handsAt(stationId: StationId): HelpHands {
  const make = async (wish: Omit<Parameters<typeof ask>[1], 'press'>): Promise<Way | Failed> => {
    const button = `${stationId} ${wish.cluster ?? ''} ${wish.notes.join()}`;
    const press = presses.of(button);
    const fault = await ask(stationId, { ...wish, press });
    if (fault !== null) {
      presses.doubted(button, press);
      return { fault };
    }
    return { undo: () => takeBack(stationId, press) };
  };
  return {
    group: (notes, title) => make({ notes, title }),
    join: (notes, cluster) => make({ notes, cluster }),
  };
}

/** @returns why it was not done, in words */
async function ask(
  stationId: StationId,
  wish: {
    press: string;
    notes: Parameters<HelpHands['group']>[0];
    title?: string;
    cluster?: Parameters<HelpHands['join']>[1];
  },
): Promise<string | null> {
  const outcome = await request('group:make', { stationId, ...wish });
  const { help, faults } = getText();
  return outcome.ok ? null : `${help.notDone} ${faults[outcome.error.code] ?? faults.unknown}`;
}

/** @returns how it went, in words */
async function takeBack(stationId: StationId, press: string): Promise<string> {
  const outcome = await request('group:undo', { stationId, press });
  const { help, faults } = getText();
  if (!outcome.ok) return `${help.notUndone} ${faults[outcome.error.code] ?? faults.unknown}`;
  return outcome.data.whole ? help.undone : help.undonePartly;
}
