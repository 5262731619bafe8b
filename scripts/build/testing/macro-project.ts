import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type BundleOptions, bundleMacros, createBundler } from '../bundle-macros.ts';

const HERE = process.cwd();

/** A project in a temporary folder, with macros of a test's own. */
export class MacroProject {
  private constructor(readonly root: string) {}

  static async create(): Promise<MacroProject> {
    const root = await mkdtemp(join(tmpdir(), 'macros-'));
    await cp(join(HERE, 'package.json'), join(root, 'package.json'));
    await cp(join(HERE, 'contract'), join(root, 'contract'), { recursive: true });
    await symlink(join(HERE, 'node_modules'), join(root, 'node_modules'));
    return new MacroProject(root);
  }

  /** `file` as `good/index.ts`. */
  async write(file: string, text: string): Promise<void> {
    const path = join(this.root, 'macros', file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }

  bundle = (options?: BundleOptions) => bundleMacros(this.root, options);
  bundler = () => createBundler(this.root);
  remove = () => rm(this.root, { recursive: true });
}
