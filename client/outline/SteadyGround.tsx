/**
 * Keeps the page still while others change the list: what one looks at stays where it is on the screen, and the focus
 * stays on the same thing, in a new place if it was moved. A class, since only these see the page just before React
 * changes it.
 *
 * Things tell what they are by `data-row` (a note or a group) and `data-focus` (a control in it).
 */

import { Component, createRef, type ReactNode } from 'react';

interface Props {
  className: string | undefined;
  /** What had the focus is gone; told the row it stood in. */
  onLost: (row: string) => void;
  children: ReactNode;
}

interface Snapshot {
  row: string | null;
  top: number;
  /** Where the whole list began. */
  begins: number;
  focus: { key: string; row: string; at: Element; range: [number, number] | null } | null;
  /** What could have the focus, in order, from the one that has it. */
  after: string[];
  before: string[];
}

/** Where a row is looked for that is in view, from the top: under the head, which may cover some of it. */
const LOOKED_AT = [0.2, 0.3, 0.4, 0.5, 0.65, 0.8];

export class SteadyGround extends Component<Props> {
  #ground = createRef<HTMLDivElement>();

  override getSnapshotBeforeUpdate(): Snapshot {
    const ground = this.#ground.current!;
    const active = document.activeElement;
    const key = active && ground.contains(active) ? focusKey(active) : undefined;
    const keys = key ? [...ground.querySelectorAll<HTMLElement>('[data-focus]')].map(keyOf) : [];
    const index = key ? keys.indexOf(key) : -1;
    const row = (key && inView(rowAround(active!))) || seenRow(ground);
    return {
      row: row?.dataset.row ?? null,
      top: row?.getBoundingClientRect().top ?? 0,
      begins: ground.getBoundingClientRect().top,
      focus: key
        ? { key, row: rowAround(active!)?.dataset.row ?? '', at: active!, range: rangeOf(active!) }
        : null,
      after: keys.slice(index + 1),
      before: keys.slice(0, Math.max(0, index)).reverse(),
    };
  }

  override componentDidUpdate(
    _props: Props,
    _state: unknown,
    { row, top, begins, focus, after, before }: Snapshot,
  ): void {
    const ground = this.#ground.current!;
    const now = row && ground.querySelector(`[data-row="${row}"]`);
    // At the top of the page what comes over the list (the timer's strip) is to be seen, and not pushed under the head.
    const above = window.scrollY === 0 ? ground.getBoundingClientRect().top - begins : 0;
    const moved = now ? now.getBoundingClientRect().top - top - above : 0;
    if (Math.abs(moved) >= 1) window.scrollBy({ top: moved, behavior: 'instant' });
    if (!focus || focus.at.isConnected || document.activeElement !== document.body) return;
    const find = (key: string) => ground.querySelector<HTMLElement>(`[data-focus="${key}"]`);
    const same = find(focus.key);
    if (same) {
      same.focus({ preventScroll: true });
      if (focus.range && same instanceof HTMLTextAreaElement) same.setSelectionRange(...focus.range);
      return;
    }
    const stands = ground.querySelector(`[data-row="${focus.row}"]`);
    // What has opened in its row takes the focus by itself; what has closed there gives it back to its button.
    const next = stands
      ? find(`${focus.row} menu`)
      : [...after, ...before].map(find).find((element) => element !== null);
    next?.focus({ preventScroll: true });
    if (!stands && focus.row) this.props.onLost(focus.row);
  }

  override render(): ReactNode {
    return (
      <div ref={this.#ground} className={this.props.className}>
        {this.props.children}
      </div>
    );
  }
}

const keyOf = ({ dataset }: HTMLElement) => dataset.focus!;
const focusKey = (element: Element) => element.closest<HTMLElement>('[data-focus]')?.dataset.focus;
const rowAround = (element: Element) => element.closest<HTMLElement>('[data-row]');

function inView(row: HTMLElement | null): HTMLElement | null {
  const box = row?.getBoundingClientRect();
  return box && box.bottom > 0 && box.top < innerHeight ? row : null;
}

/** A row that is in view: the uppermost of some places down the middle. */
function seenRow(ground: HTMLElement): HTMLElement | null {
  const { left, width } = ground.getBoundingClientRect();
  for (const share of LOOKED_AT) {
    const found = document.elementFromPoint(left + Math.min(width / 2, 120), innerHeight * share);
    const row = found && ground.contains(found) ? rowAround(found) : null;
    if (row) return row;
  }
  return null;
}

function rangeOf(element: Element): [number, number] | null {
  return element instanceof HTMLTextAreaElement ? [element.selectionStart, element.selectionEnd] : null;
}
