import ssh2 from 'ssh2';

/** A host key of its own, as every device makes one; PEM text of OpenSSH's form. */
export const makeHostKey = (): string => ssh2.utils.generateKeyPairSync('ed25519').private;
