// Pages need no script. One that gains by it says so itself.
export const csr = false;
