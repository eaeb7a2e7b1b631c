// Preloaded into a program under test: it lives at another moment, its clock running on as usual.
const shift = Number(process.env.CLOCK_SHIFT_MS)
const real = Date.now
Date.now = () => real() + shift
