import { expect, test } from 'vitest'
import { defineTests } from './msw.js'

defineTests({ test, expect })
