// The form of `new`, answered with what was wrong: it searches what is chosen in the browser as that one does.
export const csr = true;
