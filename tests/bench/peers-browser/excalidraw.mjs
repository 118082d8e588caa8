/** Excalidraw with the scene's notes, as squares with text in them. Plain lines and ready-made breaks, which cost it least. */

import { CaptureUpdateAction, Excalidraw } from '@excalidraw/excalidraw';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { NOTE_SIZE, sceneOf, zoomsOf } from '../browser/scene.ts';
import { cameraAt, count, giveBoard } from './page.mjs';
import '@excalidraw/excalidraw/index.css';
import './page.css';

const COLOURS = ['#b9dcfa', '#fbc7dd', '#ffe680', '#bfe8be'];
const FONT_SIZE = 20;
const LINE = 1.25;
const AIR = 5;

function elementsOf({ index, x, y, text, colour }) {
  const [box, words] = [`box-${index}`, `words-${index}`];
  const common = {
    angle: 0,
    strokeColor: '#1e1e1e',
    backgroundColor: 'transparent',
    fillStyle: 'solid',
    strokeWidth: 1,
    strokeStyle: 'solid',
    roughness: 0,
    opacity: 100,
    groupIds: [],
    frameId: null,
    roundness: null,
    seed: index + 1,
    version: 1,
    versionNonce: index + 1,
    isDeleted: false,
    boundElements: null,
    updated: 1,
    link: null,
    locked: false,
  };
  const lines = brokenInto(text, 18);
  const height = lines.length * FONT_SIZE * LINE;
  return [
    {
      ...common,
      id: box,
      type: 'rectangle',
      x,
      y,
      width: NOTE_SIZE,
      height: NOTE_SIZE,
      backgroundColor: COLOURS[colour - 1],
      boundElements: [{ type: 'text', id: words }],
    },
    {
      ...common,
      id: words,
      type: 'text',
      x: x + AIR,
      y: y + offsetOf(height),
      width: NOTE_SIZE - 2 * AIR,
      height,
      text: lines.join('\n'),
      originalText: text,
      fontSize: FONT_SIZE,
      fontFamily: 2,
      textAlign: 'center',
      verticalAlign: 'middle',
      containerId: box,
      autoResize: true,
      lineHeight: LINE,
    },
  ];
}

const offsetOf = (height) => (NOTE_SIZE - height) / 2;

function brokenInto(text, most) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line && line.length + word.length >= most) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines;
}

function begin(api) {
  const look = ({ zoom, x, y }) =>
    api.updateScene({
      appState: { zoom: { value: zoom }, scrollX: -x, scrollY: -y },
      captureUpdate: CaptureUpdateAction.NEVER,
    });
  giveBoard({
    look,
    place(places) {
      const at = new Map();
      for (const { index, x, y } of places) {
        at.set(`box-${index}`, { x, y });
        at.set(`words-${index}`, { x: x + AIR, y, isWords: true });
      }
      const elements = api.getSceneElementsIncludingDeleted().map((element) => {
        const place = at.get(element.id);
        if (!place) return element;
        const y = place.isWords ? place.y + offsetOf(element.height) : place.y;
        const { version } = element;
        return { ...element, x: place.x, y, version: version + 1, versionNonce: version + 1 };
      });
      api.updateScene({ elements, captureUpdate: CaptureUpdateAction.NEVER });
    },
  });
  // It would not begin farther out than a tenth, but looks from there when it is told to.
  look(cameraAt(zoomsOf(count).all));
}

let begun = false;
createRoot(document.querySelector('#root')).render(
  createElement(Excalidraw, {
    initialData: {
      elements: sceneOf(count).flatMap(elementsOf),
      appState: { viewBackgroundColor: '#ffffff' },
    },
    excalidrawAPI(api) {
      // What it is given to begin with is read after this; only then may it look elsewhere.
      const stop = api.onChange(() => {
        if (begun || api.getAppState().isLoading || api.getSceneElements().length === 0) return;
        begun = true;
        stop();
        begin(api);
      });
    },
  }),
);
