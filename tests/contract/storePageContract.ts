/** The part of the store contract on results pages: addresses and files, ST60 to ST64. */

import { expect, test } from 'vitest';
import { AddressTaken, type FileRecord, type Store } from '../../server/ports.ts';
import { type HallId, newId, randomText } from '../../shared/domain/ids.ts';
import { aStore } from './storeAtHand.ts';

export function pageContract(open: () => Promise<Store>): void {
  const { made, at } = aStore(open);

  const aFile = (hallId: HallId): FileRecord => ({
    id: randomText(22),
    hallId,
    name: 'årsmelding.pdf',
    kind: 'pdf',
    size: 0,
    at: 7,
  });

  test('ST60 an address is one hall’s for ever; another hall gets AddressTaken', async () => {
    const { hall } = await made();
    const { hall: other } = await made();
    const address = randomText(10);
    expect(await at().hallOfAddress(address)).toBeNull();
    await at().claimAddress(address, hall.id);
    await at().claimAddress(address, hall.id);
    await expect(at().claimAddress(address, other.id)).rejects.toBeInstanceOf(AddressTaken);
    await expect(at().claimAddress(randomText(10), newId('h'))).rejects.toThrow();
    expect(await at().hallOfAddress(address)).toBe(hall.id);
  });

  test('ST61 a file is seen when it is whole, and comes back piece by piece as it was', async () => {
    const { hall } = await made();
    const file = aFile(hall.id);
    const pieces = [Uint8Array.of(1, 2, 3), Uint8Array.of(0, 255), Uint8Array.of(9)];
    await at().beginFile(file);
    for (const [n, piece] of pieces.entries()) await at().addFilePiece(file.id, n, piece);
    expect(await at().files(hall.id)).toEqual([]);
    expect(await at().filePiece(file.id, 0)).toBeNull();
    expect(await at().unfinishedFiles()).toContain(file.id);
    await at().finishFile(file.id, 6);
    expect(await at().files(hall.id)).toEqual([{ ...file, size: 6 }]);
    for (const [n, piece] of pieces.entries()) expect(await at().filePiece(file.id, n)).toEqual(piece);
    expect(await at().filePiece(file.id, 3)).toBeNull();
    expect(await at().unfinishedFiles()).not.toContain(file.id);
  });

  test('ST62 a piece out of its turn, to a whole file or to none is refused', async () => {
    const { hall } = await made();
    const file = aFile(hall.id);
    await expect(at().beginFile(aFile(newId('h')))).rejects.toThrow();
    await expect(at().addFilePiece(file.id, 0, Uint8Array.of(1))).rejects.toThrow();
    await at().beginFile(file);
    await expect(at().beginFile(file)).rejects.toThrow();
    await expect(at().addFilePiece(file.id, 1, Uint8Array.of(1))).rejects.toThrow();
    await at().addFilePiece(file.id, 0, Uint8Array.of(1));
    await expect(at().addFilePiece(file.id, 0, Uint8Array.of(2))).rejects.toThrow();
    await at().finishFile(file.id, 1);
    await expect(at().addFilePiece(file.id, 1, Uint8Array.of(2))).rejects.toThrow();
    await expect(at().finishFile(file.id, 1)).rejects.toThrow();
    expect(await at().filePiece(file.id, 0)).toEqual(Uint8Array.of(1));
  });

  test('ST63 a file that is dropped is gone with all its bytes, whole or not', async () => {
    const { hall } = await made();
    const [whole, half] = [aFile(hall.id), aFile(hall.id)];
    for (const file of [whole, half]) {
      await at().beginFile(file);
      for (let n = 0; n < 3; n++) await at().addFilePiece(file.id, n, new Uint8Array(5_000).fill(n));
    }
    await at().finishFile(whole.id, 15_000);
    await at().dropFile(half.id);
    await at().dropFile(whole.id);
    await at().dropFile(randomText(22));
    expect(await at().files(hall.id)).toEqual([]);
    expect(await at().filePiece(whole.id, 0)).toBeNull();
    expect(await at().unfinishedFiles()).toEqual([]);
    await at().beginFile(half);
    await at().addFilePiece(half.id, 0, Uint8Array.of(4));
    await at().finishFile(half.id, 1);
    expect(await at().filePiece(half.id, 1)).toBeNull();
  });

  test('ST64 files are told oldest first, each hall’s own', async () => {
    const { hall } = await made();
    const { hall: other } = await made();
    const files = [aFile(hall.id), aFile(hall.id), aFile(other.id)];
    for (const file of files) {
      await at().beginFile(file);
      await at().finishFile(file.id, 0);
    }
    expect((await at().files(hall.id)).map(({ id }) => id)).toEqual([files[0]!.id, files[1]!.id]);
  });
}
