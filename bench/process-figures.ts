import { readFileSync } from 'node:fs';

/** Resident memory (VmRSS) of a process, in MB. Linux only, like `cpuOf`. */
export function memoryOf(pid: number): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes ?? 0) / 1_024;
}

/** CPU time that a process has used, user and system, in ms; the kernel counts in steps of 10 ms. */
export function cpuOf(pid: number): number {
  // Fields 14 and 15 of `man 5 proc`; the name of the program, in brackets, may hold spaces.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return 10 * (Number(fields[11]) + Number(fields[12]));
}
