import { defineParams } from '@sveltejs/kit/params';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const KEY = /^[a-z0-9][a-z0-9-]{1,40}$/;

/** Matchers for addresses: an id is an id, or the address does not exist. */
export const params = defineParams({
  uuid: (text) => (UUID.test(text) ? text : undefined),
  key: (text) => (KEY.test(text) ? text : undefined),
});
