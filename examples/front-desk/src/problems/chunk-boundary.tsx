// Catches what a part of the page throws, such as a chunk that cannot be loaded, so that the rest stays.
import { Component, type ReactNode } from 'react'

interface Props {
  children: ReactNode
  /** What is shown in place of the part. */
  instead: (error: unknown, again: () => void) => ReactNode
}

export class ChunkBoundary extends Component<Props, { error?: unknown }> {
  override state: { error?: unknown } = {}

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    if (!('error' in this.state)) return this.props.children
    return this.props.instead(this.state.error, () => location.reload())
  }
}
