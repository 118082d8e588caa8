/** A group in the list: its name as a heading, what can be done with it, and its notes. */

import Combine from 'lucide-react/icons/combine';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Pencil from 'lucide-react/icons/pencil';
import X from 'lucide-react/icons/x';
import { useId } from 'react';
import { Count } from '../parts/Count.tsx';
import { useText } from '../text/index.ts';
import { Deed } from './Deed.tsx';
import styles from './OutlineGroup.module.css';
import type { GroupDeeds } from './outlineDeeds.ts';
import type { OutlineGroup as Group } from './outlineOf.ts';
import { TitleField } from './TitleField.tsx';

interface Props {
  group: Group;
  mayGroup: boolean;
  /** There is another to merge it with. */
  mayMerge: boolean;
  open: 'menu' | 'title' | null;
  draftKey: string;
  deeds: GroupDeeds;
  /** What makes a measure of it, while its choices are open. */
  pull?: React.ReactNode;
  children: React.ReactNode;
}

export function OutlineGroup({ group, mayGroup, mayMerge, open, draftKey, deeds, pull, children }: Props) {
  const { outline, menu } = useText().board;
  const id = useId();
  const { title, notes } = group;
  return (
    <section className={styles.group} aria-labelledby={`${id}title`}>
      <div className={styles.head} data-row={group.id}>
        <h2
          id={`${id}title`}
          className={styles.title}
          data-unnamed={title === '' || undefined}
          hidden={open === 'title'}
        >
          <span dir="auto">{title || outline.unnamed}</span>{' '}
          <Count shown={notes.length} said={outline.count(notes.length)} />
        </h2>
        {open === 'title' ? (
          <TitleField
            title={title}
            draftKey={draftKey}
            focusKey={`${group.id} title`}
            onSave={(typed) => deeds.saveName(group.id, typed)}
            onCancel={() => deeds.close(group.id)}
          />
        ) : (
          mayGroup && (
            <button
              type="button"
              className={styles.more}
              data-focus={`${group.id} menu`}
              aria-expanded={open === 'menu'}
              aria-controls={open === 'menu' ? id : undefined}
              aria-label={outline.groupChoices(title)}
              onClick={() => deeds.toggle(group.id)}
            >
              {open === 'menu' ? (
                <X size={22} aria-hidden="true" />
              ) : (
                <Ellipsis size={22} aria-hidden="true" />
              )}
            </button>
          )
        )}
        {open === 'menu' && (
          // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes from any of its buttons
          <div
            id={id}
            className={styles.deeds}
            onKeyDown={(event) => event.key === 'Escape' && deeds.close(group.id)}
          >
            <Deed
              sign={Pencil}
              label={menu.name}
              focusKey={`${group.id} name`}
              run={() => deeds.rename(group.id)}
            />
            {mayMerge && (
              <Deed
                sign={Combine}
                label={menu.merge}
                focusKey={`${group.id} merge`}
                run={() => deeds.merge(group.id)}
              />
            )}
            {pull}
          </div>
        )}
      </div>
      {children}
    </section>
  );
}
