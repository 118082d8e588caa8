/** Looks for notes by text, round, level, and whose or how new they are; lights them up, and goes from one to the next. */

import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronUp from 'lucide-react/icons/chevron-up';
import X from 'lucide-react/icons/x';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Level } from '../../../shared/domain/hall.ts';
import type { Round } from '../../../shared/domain/round.ts';
import { roundName, roundPaint } from '../../parts/roundPaint.ts';
import { ToolButton } from '../../parts/ToolButton.tsx';
import { useText } from '../../text/index.ts';
import { asksForAnything, type FindWish } from '../model/find.ts';
import type { OpenBoard } from '../openBoard.ts';
import styles from './FindBar.module.css';

interface Props {
  board: OpenBoard;
  rounds: readonly Round[];
  /** The round that runs: later ones have no notes yet. */
  round: number;
  /** Whether notes here may be marked local or national. */
  levels: boolean;
}

export function FindBar(props: Props) {
  const { board } = props;
  const finding = useStore(board.store, (hand) => hand.finding);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const asked = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!asked || event.key.toLowerCase() !== 'f') return;
      // Pressed once more in the bar itself it is the browser's own search that is wanted.
      if (event.target instanceof Element && event.target.closest('[data-find]')) return;
      event.preventDefault();
      board.finder.open();
      document.querySelector<HTMLInputElement>('[data-find] input')?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [board]);
  return finding ? <Bar {...props} wish={finding} /> : null;
}

function Bar({ board, rounds, round, levels, wish }: Props & { wish: FindWish }) {
  const text = useText();
  const { find: words, level: levelWords } = text.board;
  const found = useStore(board.store, (hand) => hand.found);
  const field = useRef<HTMLInputElement>(null);
  const bar = useRef<HTMLElement>(null);
  const { viewport, element } = board.surface;

  useEffect(() => {
    field.current?.focus();
    // What is gone to must not come to lie under the bar.
    const before = viewport.insets;
    viewport.insets = { ...before, top: before.top + (bar.current?.offsetHeight ?? 0) };
    return () => {
      viewport.insets = before;
    };
  }, [viewport]);

  const set = (part: Partial<FindWish>) => board.store.setState({ finding: { ...wish, ...part } });
  const close = () => {
    board.finder.close();
    element.focus({ preventScroll: true });
  };
  const count = !asksForAnything(wish)
    ? ''
    : found.notes.length === 0
      ? words.none
      : found.at < 0
        ? words.count(found.notes.length)
        : words.at(found.at + 1, found.notes.length);
  const none = found.notes.length === 0;
  return (
    <search
      ref={bar}
      className={styles.bar}
      aria-label={words.title}
      data-control=""
      data-find=""
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <div className={styles.line}>
        <input
          ref={field}
          type="search"
          className={styles.field}
          aria-label={words.title}
          placeholder={words.placeholder}
          enterKeyHint="search"
          autoComplete="off"
          dir="auto"
          value={wish.text}
          onChange={(event) => set({ text: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            board.finder.go(event.shiftKey ? -1 : 1);
          }}
        />
        <output className={styles.count}>{count}</output>
        <ToolButton name={words.previous} off={none} onClick={() => board.finder.go(-1)}>
          <ChevronUp size={21} aria-hidden="true" />
        </ToolButton>
        <ToolButton name={words.next} off={none} onClick={() => board.finder.go(1)}>
          <ChevronDown size={21} aria-hidden="true" />
        </ToolButton>
        <ToolButton name={words.close} onClick={close}>
          <X size={21} aria-hidden="true" />
        </ToolButton>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend can't lie in a line with its buttons */}
      <div className={styles.filters} role="group" aria-label={words.filters}>
        {rounds
          .filter(({ n }) => n <= round)
          .map(({ n }) => (
            <Chip
              key={n}
              on={wish.rounds.includes(n)}
              label={text.round.full(n, roundName(rounds, n))}
              style={roundPaint(rounds, n).style}
              toggle={(on) =>
                set({ rounds: on ? [...wish.rounds, n] : wish.rounds.filter((one) => one !== n) })
              }
            >
              {n}
            </Chip>
          ))}
        {levels &&
          (['local', 'national'] as Level[]).map((one) => (
            <Chip key={one} on={wish.level === one} toggle={(on) => set({ level: on ? one : null })}>
              {levelWords[one]}
            </Chip>
          ))}
        <Chip on={wish.mine} toggle={(mine) => set({ mine })}>
          {words.mine}
        </Chip>
        {board.finder.knowsFresh && (
          <Chip on={wish.fresh} hint={words.freshHint} toggle={(fresh) => set({ fresh })}>
            {words.fresh}
          </Chip>
        )}
      </div>
    </search>
  );
}

interface ChipProps {
  on: boolean;
  toggle: (on: boolean) => void;
  children: React.ReactNode;
  label?: string;
  hint?: string;
  style?: React.CSSProperties;
}

function Chip({ on, toggle, children, label, hint, style }: ChipProps) {
  return (
    <button
      type="button"
      className={styles.chip}
      aria-pressed={on}
      aria-label={label}
      title={label ?? hint}
      data-round={style ? '' : undefined}
      style={style}
      onClick={() => toggle(!on)}
    >
      {children}
    </button>
  );
}
