/** What lies in the picture, in words: prioritised measures first, then the others, and all of it as a table. */

import Zap from 'lucide-react/icons/zap';
import type { MeasureId } from '../../shared/domain/ids.ts';
import { isPrioritised, type MeasureView } from '../../shared/plan/planDoc.ts';
import { useText } from '../text/index.ts';
import styles from './PictureLists.module.css';
import { thirdAlong } from './pictureModel.ts';

interface Props {
  placed: readonly MeasureView[];
  measures: readonly MeasureView[];
  numberOf: ReadonlyMap<MeasureId, number>;
  onOpen: (id: MeasureId) => void;
}

export function PictureLists({ placed, measures, numberOf, onOpen }: Props) {
  const words = useText().plan.actions;
  const { picture } = words;
  const prioritised = placed.filter(isPrioritised);
  const others = placed.filter((one) => !isPrioritised(one));
  const list = (title: string, some: readonly MeasureView[], first: boolean) =>
    some.length > 0 && (
      <div data-list={first ? 'prioritised' : 'others'}>
        <h3>{title}</h3>
        <ul className={styles.list} data-first={first || undefined}>
          {some.map((measure) => (
            <li key={measure.id}>
              <button type="button" className={styles.row} onClick={() => onOpen(measure.id)}>
                <span className={styles.number}>{numberOf.get(measure.id)}</span>
                <span dir="auto">{measure.title || words.unnamed}</span>
                {measure.quick && <Zap size={16} aria-label={picture.quick} role="img" />}
              </button>
            </li>
          ))}
        </ul>
      </div>
    );
  const third = (one: MeasureView, axis: 'effect' | 'feasibility') => {
    const at = thirdAlong(axis, one.place);
    return at ? picture.thirds[at] : picture.none;
  };
  return (
    <div className={styles.lists}>
      {list(picture.begin, prioritised, true)}
      {list(picture.others, others, false)}
      {measures.length > 0 && (
        <details className={styles.table}>
          <summary>{picture.table}</summary>
          <table>
            <caption className="sr-only">{picture.title}</caption>
            <thead>
              <tr>
                {Object.values(picture.columns).map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {measures.map((measure) => (
                <tr key={measure.id}>
                  <th scope="row" dir="auto">
                    {measure.title || words.unnamed}
                  </th>
                  <td>{third(measure, 'effect')}</td>
                  <td>{third(measure, 'feasibility')}</td>
                  <td>
                    {[
                      isPrioritised(measure) && picture.prioritised,
                      measure.quick !== undefined && (measure.quick ? picture.quick : picture.slow),
                    ]
                      .filter(Boolean)
                      .join(', ')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </div>
  );
}
