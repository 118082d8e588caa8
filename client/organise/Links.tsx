/** The links that give rights, by whom they are for: to copy, to show, to print, or to make anew. */

import Printer from 'lucide-react/icons/printer';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { paths } from '../../shared/domain/links.ts';
import type { HallState } from '../../shared/protocol/hallEvents.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { KeyLink } from '../parts/KeyLink.tsx';
import { publicOrigin } from '../state/hallLinks.ts';
import { linkFor } from '../sync/keys.ts';
import { useText } from '../text/index.ts';
import styles from './Links.module.css';
import type { HallLinks } from './useHallLinks.ts';

export function Links({ hall, links }: { hall: HallState; links: HallLinks }) {
  const { organise, run } = useText();
  const { printing, print } = usePrinting();
  const { known, make } = links;
  const link = (role: Parameters<typeof linkFor>[2], station?: Parameters<typeof linkFor>[3]) =>
    linkFor(hall.id, known, role, station);
  const hallWall = known.wall ? publicOrigin(hall.id) + paths.hallWall(hall.id, known.wall) : null;
  return (
    <>
      <div className={styles.head}>
        <p className={styles.soft}>{organise.lead}</p>
        <button type="button" className={`button ${styles.unprinted}`} onClick={print}>
          <Printer size={18} aria-hidden="true" />
          {organise.printAll}
        </button>
      </div>
      <FaultLine text={links.fault} />
      <Group title={organise.hostTitle} hint={organise.hostHint}>
        {hall.stations.map(({ id, title }) => (
          <KeyLink
            key={id}
            name={title}
            label={organise.hostOf(title)}
            link={link('host', id)}
            showQr={printing}
            onNew={() => void make({ role: 'host', stationId: id })}
          />
        ))}
      </Group>
      <Group title={organise.wallTitle} hint={organise.wallHint}>
        <KeyLink
          opens
          name={run.links.hallWall}
          label={organise.wallOf(run.links.hallWall)}
          link={hallWall}
          showQr={printing}
          onNew={() => void make({ role: 'wall' })}
        />
        {hall.stations.map(({ id, title }) => (
          <KeyLink
            key={id}
            opens
            name={title}
            label={organise.wallOf(title)}
            link={link('wall', id)}
            showQr={printing}
            onNew={() => void make({ role: 'wall' })}
          />
        ))}
      </Group>
      {links.open && (
        <Group title={run.links.touchTitle} hint={run.links.touchHint} folded>
          {hall.stations.map(({ id, title }) => (
            <KeyLink
              key={id}
              opens
              name={title}
              label={run.links.touchOf(title)}
              link={publicOrigin(hall.id) + paths.touch(hall.id, id, hall.code)}
              showQr={false}
              onNew={() => void make({ role: 'participant' })}
            />
          ))}
        </Group>
      )}
      <Group title={organise.organiserTitle} hint={organise.organiserHint}>
        {(['organiser', 'participant'] as const).map((role) => (
          <KeyLink
            key={role}
            name={organise.roles[role]}
            label={organise.roles[role]}
            link={link(role)}
            showQr={false}
            onNew={() => void make({ role })}
          />
        ))}
      </Group>
    </>
  );
}

/** All codes are shown while the page is printed. */
function usePrinting() {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const done = () => setPrinting(false);
    window.addEventListener('afterprint', done);
    return () => window.removeEventListener('afterprint', done);
  }, []);
  const print = () => {
    flushSync(() => setPrinting(true));
    window.print();
  };
  return { printing, print };
}

interface GroupProps {
  title: string;
  hint: string;
  /** Closed until somebody opens it. */
  folded?: boolean;
  children: React.ReactNode;
}

function Group({ title, hint, folded = false, children }: GroupProps) {
  return (
    <details className={styles.group} open={!folded}>
      <summary className={styles.summary}>{title}</summary>
      <p className="hint">{hint}</p>
      <ul className={styles.keyLinks}>{children}</ul>
    </details>
  );
}
