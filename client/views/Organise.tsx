/** The organiser's page: the hall's parts in the order of the day, beside their contents on a laptop, folded on a phone. */

import { useEffect, useRef, useState } from 'react';
import { paths } from '../../shared/domain/links.ts';
import { TimerControl } from '../desk/TimerControl.tsx';
import { Again } from '../organise/Again.tsx';
import { Calls } from '../organise/Calls.tsx';
import { Contents } from '../organise/Contents.tsx';
import { EndedHall, EndHall } from '../organise/EndHall.tsx';
import { HallTitle } from '../organise/HallTitle.tsx';
import { Health } from '../organise/Health.tsx';
import { HostsSteer } from '../organise/HostsSteer.tsx';
import { Invite } from '../organise/Invite.tsx';
import { KeyList } from '../organise/KeyList.tsx';
import { Links } from '../organise/Links.tsx';
import { Log } from '../organise/Log.tsx';
import { LookBack } from '../organise/LookBack.tsx';
import { ModelSwitch } from '../organise/ModelSwitch.tsx';
import { Participants } from '../organise/Participants.tsx';
import { Publish } from '../organise/Publish.tsx';
import { Rounds } from '../organise/Rounds.tsx';
import { Section } from '../organise/Section.tsx';
import { Stations } from '../organise/Stations.tsx';
import { FIRST_OPEN, type SectionId, sectionsOf } from '../organise/sections.ts';
import { Take } from '../organise/Take.tsx';
import { useHallLinks } from '../organise/useHallLinks.ts';
import { useWide } from '../organise/useWide.ts';
import { Link } from '../parts/Link.tsx';
import { usePresentHall } from '../state/hallStore.ts';
import { useText } from '../text/index.ts';
import { LocalhostWarning } from './LocalhostWarning.tsx';
import styles from './Organise.module.css';
import { Page } from './Page.tsx';
import { RoundControl } from './RoundControl.tsx';

export default function Organise() {
  const { organise, plan } = useText();
  const hall = usePresentHall();
  const links = useHallLinks(hall);
  const wide = useWide();
  const [opened, setOpened] = useState<ReadonlySet<SectionId>>(() => new Set(FIRST_OPEN));
  const ended = hall.endedAt !== null;
  const parts = sectionsOf(hall);
  useTopWhenOther(ended);

  const toggle = (id: SectionId) => {
    const now = new Set(opened);
    if (!now.delete(id)) now.add(id);
    setOpened(now);
  };
  const isOpen = (id: SectionId) => wide || opened.has(id);

  const part = (id: SectionId) => {
    switch (id) {
      case 'ended':
        return <EndedHall hall={hall} />;
      case 'invite':
        return <Invite hall={hall} links={links} />;
      case 'time':
        return (
          <>
            <div className={styles.time}>
              <RoundControl hall={hall} />
              <TimerControl hall={hall} />
            </div>
            <HostsSteer hall={hall} />
          </>
        );
      case 'stations':
        return <Stations hall={hall} onKeys={links.refresh} />;
      case 'rounds':
        return <Rounds hall={hall} />;
      case 'people':
        return <Participants hall={hall} />;
      case 'model':
        return <ModelSwitch hall={hall} />;
      case 'links':
        return <Links hall={hall} links={links} />;
      case 'keys':
        return <KeyList hall={hall} hallKeys={links.hallKeys} onWithdrawn={links.refresh} />;
      case 'health':
        return <Health hall={hall} open={isOpen('health')} />;
      case 'log':
        return <Log hall={hall} open={isOpen('log')} />;
      case 'publish':
        return <Publish hall={hall} open={isOpen('publish')} />;
      case 'take':
        return <Take hall={hall.id} />;
      case 'past':
        return <LookBack hall={hall} />;
      case 'again':
        return <Again hall={hall} />;
      case 'end':
        return <EndHall />;
    }
  };

  return (
    <Page hall={hall.id} back width="wide">
      <div className={styles.head}>
        <p className={styles.kind}>{organise.title}</p>
        <HallTitle hall={hall} />
        <p>
          <Link to={paths.hallSummary(hall.id)}>{plan.summary.openHall}</Link>
          {' · '}
          <Link to={paths.plan(hall.id)}>{plan.actions.open}</Link>
        </p>
        <LocalhostWarning />
      </div>
      <Calls hall={hall} />
      <div className={styles.columns}>
        {wide && <Contents parts={parts} />}
        <div className={styles.parts}>
          {parts.map((id) => (
            <Section
              key={id}
              id={id}
              folds={!wide}
              open={opened.has(id)}
              onToggle={toggle}
              printed={id === 'invite' || id === 'links'}
            >
              {part(id)}
            </Section>
          ))}
        </div>
      </div>
    </Page>
  );
}

/** When the hall ends or is opened again the page is another one: it is read from its top. */
function useTopWhenOther(ended: boolean): void {
  const was = useRef(ended);
  useEffect(() => {
    if (was.current === ended) return;
    was.current = ended;
    window.scrollTo(0, 0);
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [ended]);
}
