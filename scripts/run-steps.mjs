// Runs a list of steps one after the other, all of them even when one fails, and says at the end which did.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { root } from './build.mjs'

/** @typedef {{ name: string, run: () => Promise<void> }} Step */

/** @param {readonly Step[]} steps */
export async function runSteps(steps) {
  /** @type {string[]} */
  const failed = []
  for (const { name, run } of steps) {
    const startedAt = performance.now()
    process.stderr.write(`\n▶ ${name}\n`)
    try {
      await run()
      process.stderr.write(`✓ ${name} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)\n`)
    } catch (error) {
      failed.push(name)
      process.stderr.write(`✗ ${name}: ${error instanceof Error ? error.message : String(error)}\n`)
    }
  }
  process.stderr.write(failed.length === 0 ? '\nAll passed.\n' : `\nFailed: ${failed.join(', ')}\n`)
  process.exitCode = failed.length === 0 ? 0 : 1
}

/**
 * A program of an installed package, run with this Node; rejects unless it ends well.
 * @param {string} packageName
 * @param {string} program path inside the package
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<void>}
 */
export function runPackage(packageName, program, args, options = {}) {
  const manifest = createRequire(join(root, 'package.json')).resolve(`${packageName}/package.json`)
  return runNode([join(dirname(manifest), program), ...args], options)
}

/**
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<void>}
 */
export function runNode(args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...options.env },
    })
    child.once('error', reject)
    child.once('exit', (code, signal) =>
      code === 0 ? resolve() : reject(new Error(`ended with ${signal ?? `exit code ${code}`}`)),
    )
  })
}
