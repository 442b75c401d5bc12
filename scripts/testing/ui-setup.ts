import { configure } from '@solidjs/testing-library'

// A busy machine is no reason to fail.
configure({ asyncUtilTimeout: 10_000 })
