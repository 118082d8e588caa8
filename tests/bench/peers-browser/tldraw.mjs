/** tldraw with the scene's notes, as its own sticky notes. The document is there at once, as from a server or a disk. */

import { getAssetUrls } from '@tldraw/assets/selfHosted';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import {
  createShapeId,
  createTLStore,
  defaultBindingUtils,
  defaultShapeUtils,
  Tldraw,
  toRichText,
} from 'tldraw';
import { sceneOf, zoomsOf } from '../browser/scene.ts';
import { cameraAt, count, giveBoard } from './page.mjs';
import 'tldraw/tldraw.css';
import './page.css';

const COLOURS = ['light-blue', 'light-red', 'yellow', 'light-green'];
const PAGE = 'page:page';
const idOf = (index) => createShapeId(`note-${index}`);

function recordOf({ index, x, y, text, colour }) {
  return {
    typeName: 'shape',
    type: 'note',
    id: idOf(index),
    parentId: PAGE,
    // Digits after a letter: keys in the order of the numbers, of equal length.
    index: `a${(index + 10_000).toString(36).padStart(4, '0')}V`,
    x,
    y,
    rotation: 0,
    opacity: 1,
    isLocked: false,
    meta: {},
    props: {
      color: COLOURS[colour - 1],
      labelColor: 'black',
      size: 's',
      font: 'sans',
      fontSizeAdjustment: 1,
      align: 'middle',
      verticalAlign: 'middle',
      growY: 0,
      url: '',
      scale: 1,
      richText: toRichText(text),
      textLastEditedBy: null,
    },
  };
}

const store = createTLStore({ shapeUtils: defaultShapeUtils, bindingUtils: defaultBindingUtils });
store.ensureStoreIsUsable();
store.put(sceneOf(count).map(recordOf));

function onMount(editor) {
  const look = ({ zoom, x, y }) =>
    editor.setCamera({ x: -x, y: -y, z: zoom }, { immediate: true, force: true });
  giveBoard({
    look,
    place: (places) =>
      store.mergeRemoteChanges(() =>
        store.put(places.map(({ index, x, y }) => ({ ...store.get(idOf(index)), x, y }))),
      ),
  });
  look(cameraAt(zoomsOf(count).all));
}

// A page of its own may have 4,000 shapes by default.
const options = { maxShapesPerPage: 10_000 };
const assetUrls = getAssetUrls({ baseUrl: '/tldraw-assets' });
createRoot(document.querySelector('#root')).render(
  createElement(Tldraw, { store, onMount, options, assetUrls }),
);
