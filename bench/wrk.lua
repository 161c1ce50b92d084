-- Prints a run in one line: calls, calls a second, p50 and p99 in microseconds, errors.
-- With DISTINCT in the environment, every request has another address.

local distinct = os.getenv("DISTINCT")

local threads = 0

function setup(thread)
  thread:set("id", threads)
  threads = threads + 1
end

if distinct then
  local count = 0

  function request()
    count = count + 1
    return wrk.format(nil, wrk.path .. distinct .. id .. "-" .. count .. "%27")
  end
end

function done(summary, latency, requests)
  local errors = summary.errors
  print(string.format("%d %.0f %.0f %.0f %d", summary.requests, summary.requests / summary.duration * 1e6,
    latency:percentile(50), latency:percentile(99),
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
