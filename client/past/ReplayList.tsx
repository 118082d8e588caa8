/** The picture of a replay as text: groups and notes as they hung at the time that is shown. */

import { memo } from 'react';
import type { Replay } from '../../shared/protocol/past.ts';
import { NoteText } from '../parts/NoteText.tsx';
import { useText } from '../text/index.ts';
import styles from './Replay.module.css';
import { SceneReader } from './replayScene.ts';

interface Props {
  replay: Replay;
  frame: number;
  chosen: number | null;
  onChoose: (index: number) => void;
}

export const ReplayList = memo(function ReplayList({ replay, frame, chosen, onChoose }: Props) {
  const words = useText().past.replay;
  // A reader of its own, that of the picture may be a frame further.
  const scene = new SceneReader(replay, null).at(frame);
  const grouped = new Set(scene.groups.flatMap(({ notes }) => notes));
  const loose = [...scene.notes.keys()].filter((index) => !grouped.has(index));
  const list = (notes: readonly number[]) => (
    <ul className={styles.notes}>
      {notes.map((index) => (
        <li key={index}>
          <button
            type="button"
            className={`button quiet ${styles.pick}`}
            aria-pressed={index === chosen}
            onClick={() => onChoose(index)}
          >
            <NoteText text={replay.notes[index]!.text} />
          </button>
        </li>
      ))}
    </ul>
  );
  return (
    <div className={styles.list}>
      {scene.groups.map(({ title, notes }) => (
        <section key={notes.join(' ')}>
          <h3>{title || words.untitled}</h3>
          {list(notes)}
        </section>
      ))}
      {loose.length > 0 && (
        <section>
          <h3>{words.ungrouped}</h3>
          {list(loose)}
        </section>
      )}
    </div>
  );
});
