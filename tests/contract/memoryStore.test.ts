/** The memory store keeps the contract. */

import { createMemoryStore } from '../../server/store/memory.ts';
import { storeContract } from './storeContract.ts';

storeContract('memory', async () => createMemoryStore());
