// The one page that gains by a script: a file with CPR numbers is found before it leaves the computer.
export const csr = true;
