// Catches what a part of the page throws, such as a chunk that cannot be loaded, so that the rest stays.
import { Component, type ReactNode } from 'react'

interface Props {
  children: ReactNode
  /** What is shown in place of the part. */
  instead: (again: () => void) => ReactNode
}

export class ChunkBoundary extends Component<Props, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children
    return this.props.instead(() => location.reload())
  }
}
