/** Pasted text: a line or bullet a note, and nothing of it lost. */

import { describe, expect, it } from 'vitest';
import { pastedNotes } from '../../../../client/board/deeds/pasteNotes.ts';
import { cleanText, NOTE_MAX } from '../../../../shared/domain/note.ts';

const letters = (text: string) => text.replace(/\s/gu, '');

describe('pasted text', () => {
  it('makes a note of each line and each bullet', () => {
    expect(pastedNotes('Første\r\nAndre\n\n  - Tredje\n• Fjerde')).toEqual([
      'Første',
      'Andre',
      'Tredje',
      'Fjerde',
    ]);
  });

  it('takes the numbers off a list, and off nothing that is none', () => {
    expect(pastedNotes('1. Først\n2. Så\n3) Til slutt')).toEqual(['Først', 'Så', 'Til slutt']);
    expect(pastedNotes('Elever på 10. trinn')).toEqual(['Elever på 10. trinn']);
    expect(pastedNotes('8. trinn\n10. trinn\n-2 grader')).toEqual(['8. trinn', '10. trinn', '-2 grader']);
  });

  it('makes one note of one point, and none of nothing', () => {
    expect(pastedNotes('Ett punkt')).toEqual(['Ett punkt']);
    expect(pastedNotes(' \n \u200b')).toEqual([]);
  });

  it('breaks what is too long for a note at the end of a sentence, and loses none of it', () => {
    const sentence = 'Dette er en setning som fyller litt av lappen, men slett ikke hele.';
    const long = Array.from({ length: 12 }, () => sentence).join(' ');
    const notes = pastedNotes(`Kort\n${long}`);
    expect(notes.every(({ length }) => length <= NOTE_MAX)).toBe(true);
    expect(notes.slice(1).every((note) => note.endsWith('.'))).toBe(true);
    expect(letters(notes.slice(1).join(''))).toBe(letters(long));
  });

  it('breaks no family and no accented letter in two', () => {
    for (const letter of ['👨‍👩‍👧‍👦', 'e\u0301\u0323', '🇳🇴']) {
      const notes = pastedNotes(letter.repeat(200));
      expect(notes.join('')).toBe(letter.repeat(200));
      for (const note of notes) expect(note.length % letter.length).toBe(0);
    }
  });

  it('breaks a word that is longer than a note, but no letter of it', () => {
    const long = '😀'.repeat(NOTE_MAX);
    const notes = pastedNotes(`Kort\n${long}`);
    expect(notes.slice(1).join('')).toBe(long);
    expect(notes.every(({ length }) => length <= NOTE_MAX)).toBe(true);
    expect(notes.every((note) => cleanText(note) === note)).toBe(true);
  });
});
