import { vi } from 'vitest';

// Runs before each test file: what the one before imported of ours is forgotten, and with it its database.
vi.resetModules();
