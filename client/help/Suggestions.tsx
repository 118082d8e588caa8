/** Suggestions, a few at a time: the same on the board, in the outline and on the desk; what is done differs. */

import { useEffect, useRef, useState } from 'react';
import type { ClusterId, NoteId, StationId } from '../../shared/domain/ids.ts';
import type { Suggestion } from '../../shared/domain/suggestion.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { announce } from '../state/announcer.ts';
import { request } from '../sync/hallConnection.ts';
import { getText, useText } from '../text/index.ts';
import { SuggestionCard } from './SuggestionCard.tsx';
import styles from './Suggestions.module.css';
import { fewOf, type Ground, standing } from './standing.ts';
import { TornNotes } from './TornNotes.tsx';
import { useHelp } from './useHelp.ts';

/** So many at a time: more is a list to work off, and no help. */
const FEW = 3;

/** How grouping is done here. Null: it could not be done, and why is told in `fault`, or has been told already. */
export interface HelpHands {
  group(notes: NoteId[], title: string): Promise<Way | Failed>;
  join(notes: NoteId[], cluster: ClusterId): Promise<Way | Failed>;
}
/** The way back. @returns how it went, in words */
export interface Way {
  undo: () => Promise<string>;
}
export interface Failed {
  fault: string | null;
}

interface Props {
  station: StationId;
  ground: Ground;
  /** Changes with the board. */
  version: unknown;
  hands: HelpHands;
  onFind?: (notes: NoteId[]) => void;
  /** Which are shown now, with what has been left out of each. */
  onShown?: (shown: readonly Suggestion[], out: ReadonlySet<NoteId>) => void;
}

interface Done {
  said: string;
  undo: (() => Promise<string>) | null;
}

export default function Suggestions({ station, ground, version, hands, onFind, onShown }: Props) {
  const { help: words, faults } = useText();
  const { help, fault: lookFault, again } = useHelp(station, version);
  const [few, setFew] = useState(FEW);
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set());
  const [out, setOut] = useState<ReadonlyMap<string, ReadonlySet<NoteId>>>(new Map());
  const [done, setDone] = useState<Done | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const top = useRef<HTMLDivElement>(null);

  const now = help && standing(help, ground, refused);
  const shown = now ? fewOf(now.suggestions, few) : [];
  const shownKey = shown.map(({ key, notes }) => `${key} ${notes.join()}`).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for what is shown
  useEffect(() => {
    onShown?.(shown, new Set(shown.flatMap(({ key }) => [...(out.get(key) ?? [])])));
  }, [shownKey, out, onShown]);

  const tell = (next: Done) => {
    setDone(next);
    announce(next.said);
    // The card that was pressed goes; the focus goes to what tells of it.
    top.current?.focus({ preventScroll: true });
  };
  const act = async (doing: () => Promise<Way | Failed>, said: string) => {
    setBusy(true);
    setFault(null);
    const way = await doing();
    setBusy(false);
    if ('undo' in way) tell({ said, undo: way.undo });
    else setFault(way.fault);
  };
  const titleOf = (cluster: ClusterId) => ground.title(cluster) || words.unnamed;
  const accept = (one: Suggestion, notes: NoteId[], title: string) =>
    one.kind === 'add'
      ? act(() => hands.join(notes, one.cluster), words.added(notes.length, titleOf(one.cluster)))
      : act(() => hands.group(notes, title), words.grouped(notes.length, title));
  const refuse = async ({ key }: Suggestion, no: boolean): Promise<boolean> => {
    setBusy(true);
    setFault(null);
    const outcome = await request('help:refuse', { stationId: station, key, refused: no });
    setBusy(false);
    if (!outcome.ok) {
      const text = getText();
      setFault(
        `${no ? words.notRefused : words.notUndone} ${text.faults[outcome.error.code] ?? text.faults.unknown}`,
      );
      return false;
    }
    const next = new Set(refused);
    if (no) next.add(key);
    else next.delete(key);
    setRefused(next);
    // Others may have refused it too: what is shown is what the server has.
    if (!no) again();
    return true;
  };
  const putAway = async (one: Suggestion) => {
    if (!(await refuse(one, true))) return;
    tell({
      said: words.refused,
      undo: async () => {
        setRefused((before) => new Set([...before].filter((key) => key !== one.key)));
        return (await refuse(one, false)) ? words.undone : words.notUndone;
      },
    });
  };
  const takeBack = async () => {
    const undo = done?.undo;
    if (!undo || busy) return;
    setBusy(true);
    const said = await undo();
    setBusy(false);
    tell({ said, undo: null });
  };

  return (
    <div className={styles.suggestions}>
      <div ref={top} tabIndex={-1} className={styles.done} data-told={done ? '' : undefined}>
        {done ? (
          <>
            <p>{done.said}</p>
            {done.undo && (
              <button type="button" className="button" onClick={() => void takeBack()}>
                {words.undo}
              </button>
            )}
          </>
        ) : (
          <p className="hint">{words.lead}</p>
        )}
      </div>
      <FaultLine text={fault ?? (lookFault && `${words.failed} ${faults[lookFault] ?? faults.unknown}`)} />
      {lookFault && (
        <button type="button" className="button" onClick={again}>
          {words.again}
        </button>
      )}
      {!now && !lookFault && <p role="status">{words.looking}</p>}
      {now && (
        <>
          <p className="hint" role="status">
            {now.suggestions.length > 0
              ? words.count(shown.length, now.suggestions.length)
              : now.alone.length > 0
                ? words.none
                : words.noneNow}
          </p>
          <ol className={styles.list}>
            {shown.map((one, index) => (
              <li key={one.key}>
                <SuggestionCard
                  n={index + 1}
                  suggestion={one}
                  ground={ground}
                  busy={busy}
                  onAccept={(notes, title) => void accept(one, notes, title)}
                  onRefuse={() => void putAway(one)}
                  onFind={onFind}
                  onLeftOut={(left) => setOut((before) => new Map(before).set(one.key, left))}
                />
              </li>
            ))}
          </ol>
          {shown.length === few && now.suggestions.length > shown.length && (
            <button type="button" className="button" onClick={() => setFew(few + FEW)}>
              {words.more}
            </button>
          )}
          {now.torn.length > 0 && (
            <TornNotes
              torn={now.torn}
              ground={ground}
              titleOf={titleOf}
              busy={busy}
              onJoin={(note, id) => void act(() => hands.join([note], id), words.added(1, titleOf(id)))}
              onFind={onFind}
            />
          )}
          {now.alone.length > 0 && (
            <details>
              <summary className={styles.summary}>{words.alone(now.alone.length)}</summary>
              <p className="hint">{words.aloneLead}</p>
              <ul className={styles.single}>
                {now.alone.map((id) => (
                  <li key={id} dir="auto">
                    {ground.text(id)}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </div>
  );
}
