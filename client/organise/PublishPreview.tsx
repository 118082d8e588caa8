/** The results page as strangers will read it. */

import type { ResultsPage } from '../../shared/domain/results.ts';
import { Modal } from '../parts/Modal.tsx';
import { PageBody } from '../results/PageBody.tsx';
import { useText } from '../text/index.ts';
import styles from './Publish.module.css';

export function PublishPreview({ page, onClose }: { page: ResultsPage; onClose: () => void }) {
  const words = useText().page.publish;
  return (
    <Modal
      title={`${words.previewTitle}: ${page.title}`}
      className={styles.preview}
      onClose={onClose}
      head={(heading) => (
        <div className={styles.previewHead}>
          {heading}
          <button type="button" className="button" onClick={onClose}>
            {words.close}
          </button>
        </div>
      )}
    >
      <PageBody page={page} address={null} />
    </Modal>
  );
}
