/** A further station, and then its host's link, which the server tells only once. */

import Plus from 'lucide-react/icons/plus';
import { useEffect, useRef, useState } from 'react';
import { STATIONS_MAX, type StationKind } from '../../shared/domain/hall.ts';
import { randomText } from '../../shared/domain/ids.ts';
import type { HallState } from '../../shared/protocol/hallEvents.ts';
import { Choice } from '../parts/Choice.tsx';
import { KeyLink } from '../parts/KeyLink.tsx';
import { announce } from '../state/announcer.ts';
import { knownKeys, rememberKeys } from '../state/knownHalls.ts';
import { useText } from '../text/index.ts';
import { LaneFields } from '../timeline/LaneFields.tsx';
import { lanesOf, namelessLane, withLane, type YearDraft } from '../timeline/laneDraft.ts';
import { yearOf } from '../timeline/slotWords.ts';
import form from './Form.module.css';
import { StationForm } from './StationForm.tsx';
import styles from './Stations.module.css';
import { draftFault, EMPTY_DRAFT, wordsOf } from './stationWords.ts';
import { useAsking } from './useAsking.ts';

/** A station that was just made: its host's link, and whether this browser keeps it. */
interface Made {
  title: string;
  hostLink: string;
  kept: boolean;
}

export function NewStation({ hall, onKeys }: { hall: HallState; onKeys: () => void }) {
  const { run } = useText();
  const words = run.stations;
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    setMade(null);
    requestAnimationFrame(() => button.current?.focus());
  };

  if (made) return <Fresh made={made} onClose={close} />;
  if (open) {
    return (
      <Asked
        hall={hall}
        onCancel={close}
        onMade={(fresh) => {
          setMade(fresh);
          setOpen(false);
          onKeys();
        }}
      />
    );
  }
  if (hall.stations.length >= STATIONS_MAX) return <p className="hint">{words.full}</p>;
  return (
    <div>
      <button ref={button} type="button" className="button" onClick={() => setOpen(true)}>
        <Plus size={20} aria-hidden="true" />
        {words.add}
      </button>
    </div>
  );
}

interface AskedProps {
  hall: HallState;
  onMade: (made: Made) => void;
  onCancel: () => void;
}

function Asked({ hall, onMade, onCancel }: AskedProps) {
  const { run, years } = useText();
  const words = run.stations;
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const [kind, setKind] = useState<StationKind>('wall');
  const [anonymous, setAnonymous] = useState(false);
  const [year, setYear] = useState<YearDraft>(() => firstYear(hall));
  // Of this form: sent twice on bad Wi-Fi it makes one station.
  const [press] = useState(() => randomText(20));
  const asking = useAsking();

  const add = async () => {
    const fault = draftFault(draft);
    if (fault) return asking.setFault(words.draft[fault]);
    const timeline = kind === 'timeline';
    const nameless = timeline ? namelessLane(year.lanes) : null;
    if (nameless !== null) return asking.setFault(years.lanes.noTitle(nameless));
    const station = wordsOf(draft);
    const answer = await asking.ask(
      'station:add',
      {
        press,
        kind,
        ...(anonymous && { anonymous }),
        ...station,
        ...(timeline && { lanes: lanesOf(year.lanes), year: year.year }),
      },
      words.addFailed,
      { too_many: words.full },
    );
    if (!answer) return;
    const key = new URL(answer.hostLink, location.origin).hash.slice(1);
    const { host } = knownKeys(hall.id);
    const kept = rememberKeys(hall.id, { host: { ...host, [answer.stationId]: key } });
    announce(words.added(station.title));
    onMade({ title: station.title, hostLink: answer.hostLink, kept });
  };
  return (
    <div className={styles.new}>
      <h3>{words.add}</h3>
      <StationForm
        label={words.add}
        draft={draft}
        onDraft={setDraft}
        fault={asking.fault && `${asking.fault} ${run.kept}`}
        busy={asking.busy}
        submit={words.addConfirm}
        onSubmit={() => void add()}
        onCancel={onCancel}
      >
        <Choice<StationKind>
          tall
          legend={words.kind}
          value={kind}
          onChoose={setKind}
          options={[
            { value: 'wall', label: words.kinds.wall, hint: words.wallHint },
            { value: 'timeline', label: words.kinds.timeline, hint: words.timelineHint },
          ]}
        />
        {kind === 'timeline' && <LaneFields draft={year} onDraft={setYear} saved={null} counts={null} />}
        <div>
          <label className={form.check}>
            <input
              type="checkbox"
              checked={anonymous}
              aria-describedby="anonymous-hint"
              onChange={(event) => setAnonymous(event.target.checked)}
            />
            <span>{words.anonymousLabel}</span>
          </label>
          <p className={`hint ${form.checkHint}`} id="anonymous-hint">
            {words.anonymousHint}
          </p>
        </div>
      </StationForm>
    </div>
  );
}

function Fresh({ made, onClose }: { made: Made; onClose: () => void }) {
  const { run, organise } = useText();
  const words = run.stations;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={styles.fresh}>
      <h3 ref={heading} tabIndex={-1}>
        {words.hostLinkTitle(made.title)}
      </h3>
      <p>{made.kept ? words.hostLinkHint : words.hostLinkLost}</p>
      <ul className={styles.trayList}>
        <KeyLink
          name={organise.hostOf(made.title)}
          label={organise.hostOf(made.title)}
          link={made.hostLink}
          showQr
          onNew={onClose}
        />
      </ul>
      <div>
        <button type="button" className="button" onClick={onClose}>
          {run.close}
        </button>
      </div>
    </section>
  );
}

/** A further timeline begins with the rows of the one there is. */
function firstYear({ stations }: HallState): YearDraft {
  const other = stations.find(({ lanes }) => lanes);
  return other ? yearOf(other) : { lanes: withLane([]), year: 'school' };
}
