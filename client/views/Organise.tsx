/** The organiser's page: who gets in by which link, the round, the keys, and the notes as files. */

import Download from 'lucide-react/icons/download';
import Printer from 'lucide-react/icons/printer';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { HallId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import type { KeyInfo } from '../../shared/protocol/rest.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { JoinCard } from '../parts/JoinCard.tsx';
import { KeyLink } from '../parts/KeyLink.tsx';
import { ViewTitle } from '../parts/ViewTitle.tsx';
import { announce } from '../state/announcer.ts';
import { publicOrigin } from '../state/hallLinks.ts';
import { usePresentHall } from '../state/hallStore.ts';
import { knownKeys } from '../state/knownHalls.ts';
import { type KeyPurpose, linkFor, makeKey } from '../sync/keys.ts';
import { exportPath } from '../sync/organising.ts';
import { useText } from '../text/index.ts';
import { KeyList } from './KeyList.tsx';
import { LocalhostWarning } from './LocalhostWarning.tsx';
import styles from './Organise.module.css';
import { Page } from './Page.tsx';
import { RoundControl } from './RoundControl.tsx';
import { useHallKeys } from './useHallKeys.ts';

const FORMATS = ['json', 'csv', 'md'] as const;

export default function Organise({ hall: hallId }: { hall: HallId }) {
  const { organise, faults } = useText();
  const hall = usePresentHall();
  const [keys, setKeys] = useState(() => knownKeys(hallId));
  const [fault, setFault] = useState<string | null>(null);
  const [printing, setPrinting] = useState(false);
  const hallKeys = useHallKeys(hall);
  // Until the server says otherwise, somebody with the code comes in.
  const open = hallKeys.keys?.some(isJoin) ?? true;

  const make = async (purpose: KeyPurpose) => {
    setFault(null);
    const outcome = await makeKey(hallId, purpose);
    if (!outcome.ok) {
      return setFault(`${organise.newLinkFailed} ${faults[outcome.error.code] ?? faults.unknown}`);
    }
    setKeys(outcome.data);
    void hallKeys.ask();
    announce(organise.newLinkMade);
  };
  useEffect(() => {
    const done = () => setPrinting(false);
    window.addEventListener('afterprint', done);
    return () => window.removeEventListener('afterprint', done);
  }, []);
  const print = () => {
    flushSync(() => setPrinting(true));
    window.print();
  };

  const joinLink = linkFor(hallId, keys, 'participant') ?? publicOrigin(hallId) + paths.joinByCode(hall.code);
  return (
    <Page hall={hallId} back width="wide">
      <div className={styles.head}>
        <p className={styles.kind}>{organise.title}</p>
        <ViewTitle name={`${hall.title} · ${organise.title}`}>{hall.title}</ViewTitle>
        <LocalhostWarning />
      </div>
      <div className={styles.columns}>
        <div className={styles.column}>
          <section className={`card ${styles.join}`}>
            <h2>{organise.joinTitle}</h2>
            {open ? (
              <JoinCard link={joinLink} code={hall.code} hint={organise.joinHint} />
            ) : (
              <>
                <p>{organise.joinClosed}</p>
                <div>
                  <button
                    type="button"
                    className="button primary"
                    onClick={() => void make({ role: 'participant' })}
                  >
                    {organise.newLink}
                  </button>
                </div>
              </>
            )}
          </section>
          <div className={`card ${styles.unprinted}`}>
            <RoundControl hall={hall} />
          </div>
          <section className={`card stack ${styles.unprinted}`}>
            <h2>{organise.exportTitle}</h2>
            <p className={styles.soft}>{organise.exportHint}</p>
            <div className="row">
              {FORMATS.map((format) => (
                <a key={format} className="button" href={exportPath(hallId, format, 'organiser')} download>
                  <Download size={18} aria-hidden="true" />
                  {organise[format]}
                </a>
              ))}
            </div>
          </section>
        </div>
        <div className={styles.column}>
          <section className={`card stack ${styles.links}`}>
            <div className={styles.linksHead}>
              <h2>{organise.linksTitle}</h2>
              <button type="button" className={`button ${styles.unprinted}`} onClick={print}>
                <Printer size={18} aria-hidden="true" />
                {organise.printAll}
              </button>
            </div>
            <p className={styles.soft}>{organise.lead}</p>
            <FaultLine text={fault} />
            <Group title={organise.hostTitle} hint={organise.hostHint}>
              {hall.stations.map(({ id, title }) => (
                <KeyLink
                  key={id}
                  name={title}
                  label={organise.hostOf(title)}
                  link={linkFor(hallId, keys, 'host', id)}
                  showQr={printing}
                  onNew={() => void make({ role: 'host', stationId: id })}
                />
              ))}
            </Group>
            <Group title={organise.wallTitle} hint={organise.wallHint}>
              {hall.stations.map(({ id, title }) => (
                <KeyLink
                  key={id}
                  opens
                  name={title}
                  label={organise.wallOf(title)}
                  link={linkFor(hallId, keys, 'wall', id)}
                  showQr={printing}
                  onNew={() => void make({ role: 'wall' })}
                />
              ))}
            </Group>
            <Group title={organise.organiserTitle} hint={organise.organiserHint}>
              <KeyLink
                name={organise.roles.organiser}
                label={organise.roles.organiser}
                link={linkFor(hallId, keys, 'organiser')}
                showQr={false}
                onNew={() => void make({ role: 'organiser' })}
              />
              <KeyLink
                name={organise.roles.participant}
                label={organise.roles.participant}
                link={linkFor(hallId, keys, 'participant')}
                showQr={false}
                onNew={() => void make({ role: 'participant' })}
              />
            </Group>
          </section>
          <div className={styles.unprinted}>
            <KeyList hall={hall} hallKeys={hallKeys} onWithdrawn={() => setKeys(knownKeys(hallId))} />
          </div>
        </div>
      </div>
    </Page>
  );
}

const isJoin = ({ role, withdrawnAt }: KeyInfo) => role === 'participant' && withdrawnAt === undefined;

function Group({ title, hint, children }: { title: string; hint: string; children: React.ReactNode }) {
  return (
    <details className={styles.group} open>
      <summary className={styles.summary}>{title}</summary>
      <p className="hint">{hint}</p>
      <ul className={styles.keyLinks}>{children}</ul>
    </details>
  );
}
