/** Tells those who listen what others do on the board, in a place of its own: it must not cut short what one did oneself. */

import { useEffect, useState } from 'react';
import { Announcer } from '../../parts/Announcer.tsx';
import { useBoardChoices } from '../../state/boardChoices.ts';
import { useOutboxStore } from '../../state/outboxStore.ts';
import { getText } from '../../text/index.ts';
import { News } from '../model/News.ts';
import type { OpenBoard } from '../openBoard.ts';

export function NewsAnnouncer({ board }: { board: OpenBoard }) {
  const wanted = useBoardChoices((choices) => choices.news);
  const [said, setSaid] = useState({ text: '', turn: 0 });
  useEffect(() => {
    if (!wanted) return;
    const { surface, connection } = board;
    const isOwn = (note: string) => {
      const { entries, mine } = useOutboxStore.getState();
      return entries.some(({ id }) => id === note) || (mine?.some(({ id }) => id === note) ?? false);
    };
    const news = new News(
      (count) => setSaid(({ turn }) => ({ text: getText().board.said.news(count), turn: turn + 1 })),
      isOwn,
    );
    // What hangs when one comes is no news.
    let begun = false;
    const flushed: Parameters<typeof surface.onFlush.add>[0] = (change) => {
      if (begun) news.flushed(change, surface.model);
      else begun = connection.state.getState().synced;
    };
    surface.onFlush.add(flushed);
    const stopDoc = connection.onDoc((doc) => news.watch(doc));
    return () => {
      surface.onFlush.delete(flushed);
      stopDoc();
      news.stop();
    };
  }, [board, wanted]);
  return <Announcer {...(wanted ? said : { text: '', turn: 0 })} />;
}
